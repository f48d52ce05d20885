module lendlink

go 1.26
